import packageJson from '../../package.json' with { type: 'json' };

/** As manifests and the hub are told it. */
export const appVersion: string = packageJson.version;

/** How a command line calls the app, in its own folder. */
export const COMMAND = 'npm run -s bitext --';
