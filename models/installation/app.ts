import packageJson from '../../package.json' with { type: 'json' };

/** As manifests and the hub are told it. */
export const appVersion: string = packageJson.version;
