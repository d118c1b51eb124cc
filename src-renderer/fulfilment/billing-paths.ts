import { invoicesPath } from '../core/paths.ts'

export const returnsPath = '/fulfilment/returns'
export const creditNotesPath = '/fulfilment/credit-notes'
export const missingPath = '/fulfilment/missing'
export const figuresPath = '/fulfilment/figures'
export const historyPath = '/fulfilment/history'
export const bulkPath = '/fulfilment/bulk'
export const invoicePath = (id: string): string => `${invoicesPath}/${id}`
