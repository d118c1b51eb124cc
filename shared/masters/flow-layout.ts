import type { FlowEdge } from './rules.ts'

/** Where a section stands in a drawing of a flow: its layer from the left, and its place from the top, both from 0. */
export interface FlowPlace { readonly id: string; readonly layer: number; readonly row: number }

/**
 * Layers of a flow without circles (MD-3): each section stands right of all that lead to it, and beside the middle of those, so that
 * few lines cross. A section on no edge is not there.
 */
export function flowLayout(edges: readonly FlowEdge[]): readonly FlowPlace[] {
  const layers = layersOf(edges)
  const places = new Map<string, FlowPlace>()
  const columns = Map.groupBy(layers.keys(), id => layers.get(id)!)
  for (const layer of [...columns.keys()].sort((a, b) => a - b)) {
    const heights = new Map(columns.get(layer)!.map(id => [id, middle(edges, id, places)]))
    const ordered = columns.get(layer)!.toSorted((a, b) => heights.get(a)! - heights.get(b)!)
    ordered.forEach((id, row) => places.set(id, { id, layer, row }))
  }
  return [...places.values()]
}

/** The longest way to each section. */
function layersOf(edges: readonly FlowEdge[]): ReadonlyMap<string, number> {
  const layers = new Map<string, number>(edges.flatMap(({ fromSectionId, toSectionId }) => [[fromSectionId, 0], [toSectionId, 0]] as const))
  for (let round = 0; round < layers.size; round += 1) {
    for (const { fromSectionId, toSectionId } of edges) layers.set(toSectionId, Math.max(layers.get(toSectionId)!, layers.get(fromSectionId)! + 1))
  }
  return layers
}

function middle(edges: readonly FlowEdge[], id: string, places: ReadonlyMap<string, FlowPlace>): number {
  const rows = edges.filter(({ toSectionId }) => toSectionId === id).flatMap(({ fromSectionId }) => places.get(fromSectionId)?.row ?? [])
  return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row, 0) / rows.length
}
