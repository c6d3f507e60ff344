// Sessions run in onnxruntime-node; nothing imports this.
export default undefined;
