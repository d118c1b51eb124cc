import { z } from 'zod'
import { DecimalSchema } from '../core/decimal.ts'
import { containerKinds, counterModes, deliveryKinds, deliveryStatuses, packingStatuses, pickingStatuses, proofs } from './rules.ts'

const session = {
  id: z.string(),
  version: z.int(),
  createdAt: z.string(),
  invoiceId: z.string(),
  notes: z.string(),
  proof: z.enum(proofs),
  cancelReason: z.string().nullable(),
  cancelledByName: z.string().nullable(),
}

/** `minutes`: how long it took (IF-19), less what was waited while it was held, nothing as long as it goes on. `selectedLines`: what its picker has ticked off so far. */
export const PickingSession = z.object({
  ...session,
  status: z.enum(pickingStatuses),
  pickerId: z.string(),
  pickerName: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  minutes: DecimalSchema.nullable(),
  selectedLines: z.array(z.string()),
  roundId: z.string().nullable(),
})
export type PickingSession = z.infer<typeof PickingSession>

/** `minutes` from the check to all being packed; whoever boxed it after that stands apart: `boxingMinutes` since then. */
export const PackingSession = z.object({
  ...session,
  status: z.enum(packingStatuses),
  checkerId: z.string().nullable(),
  checkerName: z.string().nullable(),
  checkingStartedAt: z.string().nullable(),
  checkingEndedAt: z.string().nullable(),
  packerId: z.string().nullable(),
  packerName: z.string().nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  minutes: DecimalSchema.nullable(),
  selectedLines: z.array(z.string()),
  isHeldForConsolidation: z.boolean(),
  heldByName: z.string().nullable(),
  labelCount: z.int(),
  courierId: z.string().nullable(),
  courierName: z.string().nullable(),
  boxingGroupId: z.string().nullable(),
  packedAt: z.string().nullable(),
  boxerId: z.string().nullable(),
  boxerName: z.string().nullable(),
  boxingProof: z.enum(proofs).nullable(),
  boxingMinutes: DecimalSchema.nullable(),
})
export type PackingSession = z.infer<typeof PackingSession>

/** So much of a line of the invoice. */
export const Part = z.object({ lineId: z.string(), quantity: z.int() })
export type Part = z.infer<typeof Part>

/** A tray or a box with what is in it. */
export const Container = z.object({
  id: z.string(),
  version: z.int(),
  packingSessionId: z.string(),
  kind: z.enum(containerKinds),
  trayId: z.string().nullable(),
  code: z.string(),
  contents: z.array(Part),
  sealedAt: z.string().nullable(),
  sealedByName: z.string().nullable(),
})
export type Container = z.infer<typeof Container>

/** `dispatchedBy` sent it on its way, `assigneeName` is to take it there, `deliveredByName` did. Weights in kilograms. `minutes`: on the
 * road with a driver of our own; handing over takes none. */
export const DeliverySession = z.object({
  ...session,
  kind: z.enum(deliveryKinds),
  status: z.enum(deliveryStatuses),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  dispatchedByName: z.string(),
  dispatchedAt: z.string().nullable(),
  deliveredByName: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  minutes: DecimalSchema.nullable(),
  courierId: z.string().nullable(),
  courierName: z.string().nullable(),
  trackingNumber: z.string(),
  counterMode: z.enum(counterModes).nullable(),
  pickupName: z.string(),
  pickupPhone: z.string(),
  pickupCompany: z.string(),
  pickupCode: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  accuracy: z.number().nullable(),
  address: z.string(),
  boxWeights: z.array(DecimalSchema),
  slipAttachmentId: z.string().nullable(),
})
export type DeliverySession = z.infer<typeof DeliverySession>
