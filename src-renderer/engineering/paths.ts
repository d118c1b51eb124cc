import { bomsPath } from '../core/paths.ts'

export const consumptionPath = '/engineering/consumption'

export function bomPath(id: string): string {
  return `${bomsPath}/${id}`
}
