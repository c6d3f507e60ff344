import { readFileSync } from 'node:fs';

/** The most memory that a process has had so far, in bytes; null where the system does not tell (it does on Linux). */
export function peakBytes(pid: number): number | null {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return peak ? Number(peak[1]) * 1024 : null;
  } catch {
    return null;
  }
}
