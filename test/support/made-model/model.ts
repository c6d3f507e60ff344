import type { Graph, Model } from '../../../models/onnx/model.ts';

/** A graph as a model, in the versions that the exports of Opus-MT on the hub have or are near to. */
export const made = (graph: Graph): Model => ({ graph, opsets: new Map([['', 17]]), irVersion: 8 });
