/** What of a graph is needed for some of its results; the rest is left out. */
import { graphIn } from './read.ts';
import type { Graph, Node, ValueInfo } from './model.ts';

/**
 * The part of a graph that yields `outputs`, with the weights and inputs that it takes.
 * @param outputs names of values anywhere in the graph, with their types
 */
export function prune(graph: Graph, outputs: readonly ValueInfo[]): Graph {
  const maker = new Map(graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const needed = new Set<string>();
  const kept = new Set<Node>();
  const open = outputs.map(({ name }) => name);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    const node = maker.get(name);
    if (!node || kept.has(node)) continue;
    kept.add(node);
    open.push(...valuesUsed(node));
  }
  return {
    name: graph.name,
    nodes: graph.nodes.filter((node) => kept.has(node)),
    initializers: graph.initializers.filter(({ name }) => needed.has(name)),
    inputs: graph.inputs.filter(({ name }) => needed.has(name)),
    outputs,
  };
}

/** The values that a node takes, those that the graphs inside it take from around them included. */
function valuesUsed(node: Node): string[] {
  const inner = node.attributes.flatMap((attribute) => {
    const graph = graphIn(attribute);
    return graph ? [...graph.nodes.flatMap(valuesUsed), ...graph.outputs.map(({ name }) => name)] : [];
  });
  return [...node.inputs, ...inner];
}
