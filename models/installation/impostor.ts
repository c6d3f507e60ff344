/**
 * Recognises by its first bytes what commonly lies where a model's file should be.
 *
 * @returns words that complete "this file …", or null
 */
export function impostor(start: Uint8Array): { kind: 'web-page' | 'lfs-pointer'; problem: string } | null {
  const text = Buffer.from(start.subarray(0, 512))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('version https://git-lfs')) {
    return {
      kind: 'lfs-pointer',
      problem: 'is a Git LFS pointer, not the file itself; fetch it with "git lfs pull"',
    };
  }
  if (/^<(?:!doctype|html|head|\?xml)/u.test(text)) {
    return { kind: 'web-page', problem: 'is a web page, not a file of a model; download it again' };
  }
  return null;
}
