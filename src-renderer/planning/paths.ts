import { manufacturingOrdersPath, salesOrdersPath, workOrdersPath } from '../core/paths.ts'

/** Where one record of planning is looked at. */
export function salesOrderPath(id: string): string {
  return `${salesOrdersPath}/${id}`
}

export function manufacturingOrderPath(id: string): string {
  return `${manufacturingOrdersPath}/${id}`
}

export function workOrderPath(id: string): string {
  return `${workOrdersPath}/${id}`
}

export const planningBoardPath = '/planning/board'
export const summaryPath = '/planning/summary'
export const wallScreenPath = '/planning/wall'
