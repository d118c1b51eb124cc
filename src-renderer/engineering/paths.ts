export const bomsPath = '/engineering/boms'
export const consumptionPath = '/engineering/consumption'

export function bomPath(id: string): string {
  return `${bomsPath}/${id}`
}
