import { AppError, errorCodes } from '../../shared/core/errors.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'

/** Why one of several invoices was refused, as an error of it alone; nothing where it was done. */
export function refusalOf({ error }: EachInvoice): AppError | undefined {
  return error === null ? undefined : new AppError(errorCodes.find(code => code === error.code) ?? 'unexpected', error.params)
}
