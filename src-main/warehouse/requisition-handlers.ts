import type { requisitions } from '../../shared/warehouse/requisitions.ts'
import type { shortages } from '../../shared/warehouse/shortages.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { listItemRequisitions } from './item-requisitions.ts'
import { storeOf } from './places.ts'
import { listRequisitions, requisitionDetail, requisitionOf } from './requisition-lists.ts'
import {
  approveRequisition, cancelRequisition, closeRequisition, createRequisition, issueRequisition, receiveRequisition, rejectRequisition, reverseIssue,
  type Requisition,
} from './requisitions.ts'
import { handleShortage, listShortages, reportShortage } from './shortages.ts'

export const requisitionHandlers: Handlers<typeof requisitions> = {
  listRequisitions({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listRequisitions(db, scope.mine(), input)
  },
  listItemRequisitions: ({ db, scope }, input) => listItemRequisitions(db, scope.mine(), input),
  getRequisition(context, { id }) {
    context.scope.section(context.db.get('requisition', id).sectionId)
    return requisitionDetail(context, id)
  },
  createRequisition(context, input) {
    context.scope.section(input.sectionId)
    return told(context, createRequisition(context, input))
  },
  approveRequisition: (context, at) => told(context, approveRequisition(context, at)),
  rejectRequisition: (context, { reason, ...at }) => told(context, rejectRequisition(context, at, reason)),
  cancelRequisition: (context, { reason, ...at }) => told(context, cancelRequisition(context, at, reason)),
  issueRequisition: (context, input) => told(context, issueRequisition(context, input)),
  receiveRequisition: (context, input) => told(context, receiveRequisition(context, input)),
  reverseRequisitionIssue: (context, input) => told(context, reverseIssue(context, input)),
  closeRequisition: (context, input) => told(context, closeRequisition(context, input)),
}

export const shortageHandlers: Handlers<typeof shortages> = {
  listShortages({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listShortages(db, scope.mine(), input)
  },
  reportShortage(context, input) {
    context.scope.section(input.sectionId)
    context.scope.section(storeOf(context.db, input.locationId, 'locationId').sectionId)
    return reportShortage(context, input)
  },
  handleShortage(context, input) {
    context.scope.section(context.db.get('shortage', input.id).sectionId)
    return handleShortage(context, input)
  },
}

function told({ db }: CommandContext, { id }: Requisition) {
  return requisitionOf(db, id)
}
