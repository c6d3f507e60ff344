// Text only: nothing here ever decodes an image, and the real package is 30 MB of native code.
// transformers.js throws at import when this is falsy, so it is a function that throws when used.
export default function sharp() {
  throw new Error('Images are not supported here.');
}
