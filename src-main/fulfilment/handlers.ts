import { AppError } from '../../shared/core/errors.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { fulfilment } from '../../shared/fulfilment/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { printPaper } from '../documents/paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { addressPaper } from './address-paper.ts'
import { updateBill } from './billing.ts'
import { bulkResults, changeInBulk, findMissing, listBulkRuns, previewBulk } from './bulk.ts'
import { makeBoxLabelSheet, printBoxLabels } from './box-labels.ts'
import { changeInvoice } from './changing.ts'
import { clearInvoices } from './clearing.ts'
import { consolidationGroups, releaseConsolidation } from './consolidation.ts'
import { isInUse, trayByCode } from './containers.ts'
import { cancelCredited, linkCreditNote, listCreditNotes } from './credit-notes.ts'
import { assignDelivery, changeCourier, completeDelivery, listDrivers, saveBoxWeights, setCourierSlip, startDelivery } from './delivery.ts'
import { invoiceDetail } from './detail.ts'
import { expressBill, forceComplete } from './express.ts'
import { boardOf, dayFigures } from './figures.ts'
import { deliveryHistory, listReturns, myWork, packingHistory, pickingHistory } from './history.ts'
import { importInvoice } from './importing.ts'
import { idOfNumber, listInvoices } from './invoice-rows.ts'
import { completeBoxing, finishChecking, holdForConsolidation, packBoxes, saveChecked, saveContainers, sealTrays, startChecking } from './packing.ts'
import { invoicePaper } from './papers.ts'
import { completePicking, completeRound, savePicked, startPicking, startRound } from './picking.ts'
import { listQueue } from './queues.ts'
import { cancelSession, returnInvoice } from './returning.ts'
import { seedInvoices } from './samples.ts'
import { openDay } from './steps.ts'

/** Invoices are the warehouse's as a whole, whoever asks. */
function ofEverybody<Context extends { readonly scope: { everyone(): void } }, Input, Output>(
  work: (context: Context, input: Input) => Output,
): (context: Context, input: Input) => Output {
  return (context, input) => {
    context.scope.everyone()
    return work(context, input)
  }
}

export const fulfilmentHandlers: Handlers<typeof fulfilment> = {
  importInvoice: ofEverybody(importInvoice),
  listInvoices: ofEverybody(({ db }, input) => listInvoices(db, input)),
  getInvoice: ofEverybody(({ db }, { id }) => invoiceDetail(db, id)),
  findInvoice: ofEverybody(({ db }, { number }) => invoiceDetail(db, idOfNumber(db, number))),
  changeInvoice: ofEverybody(changeInvoice),
  returnInvoice: ofEverybody(returnInvoice),
  updateBill: ofEverybody(updateBill),
  listReturns: ofEverybody(({ db }, input) => listReturns(db, input)),
  listCreditNotes: ofEverybody(({ db }, input) => listCreditNotes(db, input)),
  linkCreditNote: ofEverybody(linkCreditNote),
  cancelCredited: ofEverybody(cancelCredited),
  startPicking: ofEverybody(startPicking),
  savePicked: ofEverybody(savePicked),
  completePicking: ofEverybody(completePicking),
  startRound: ofEverybody(startRound),
  completeRound: ofEverybody(completeRound),
  cancelSession: ofEverybody(cancelSession),
  startChecking: ofEverybody(startChecking),
  saveChecked: ofEverybody(saveChecked),
  finishChecking: ofEverybody(finishChecking),
  holdForConsolidation: ofEverybody(holdForConsolidation),
  releaseConsolidation: ofEverybody(releaseConsolidation),
  listConsolidation: ofEverybody(({ db }) => consolidationGroups(db)),
  saveContainers: ofEverybody(saveContainers),
  sealTrays: ofEverybody(sealTrays),
  packBoxes: ofEverybody(packBoxes),
  completeBoxing: ofEverybody(completeBoxing),
  async printAddress(context, { invoiceId, language }) {
    context.scope.everyone()
    const { number } = context.db.get('invoice', invoiceId)
    return printPaper(context, await addressPaper(context, invoiceId, language ?? context.session.language), number)
  },
  async printInvoicePaper(context, { invoiceId, paper, language }) {
    context.scope.everyone()
    const spoken = language ?? context.session.language
    const { number } = context.db.get('invoice', invoiceId)
    return printPaper(context, await invoicePaper(context, invoiceId, paper, spoken), `${textOf(spoken, `floor.papers.${paper}`)} ${number}`)
  },
  printBoxLabels: ofEverybody(printBoxLabels),
  makeBoxLabelSheet: ofEverybody(makeBoxLabelSheet),
  findTray: ofEverybody(({ db }, { code }) => {
    const tray = trayByCode(db, code)
    const held = db.first(sql.selectFrom('packingContainer').select('invoiceId').where('trayId', '=', tray.id).where(isInUse))
    if (!held) throw new AppError('tray-empty', { tray: tray.code })
    return invoiceDetail(db, held.invoiceId)
  }),
  startDelivery: ofEverybody(startDelivery),
  assignDelivery: ofEverybody(assignDelivery),
  completeDelivery: ofEverybody(completeDelivery),
  changeCourier: ofEverybody(changeCourier),
  setCourierSlip: ofEverybody(setCourierSlip),
  saveBoxWeights: ofEverybody(saveBoxWeights),
  listDrivers: ofEverybody(({ db }) => listDrivers(db)),
  expressBill: ofEverybody((context, { invoiceIds }) => expressBill(context, invoiceIds)),
  forceComplete: ofEverybody((context, { invoiceId, reason }) => forceComplete(context, invoiceId, reason)),
  previewBulk: ofEverybody(({ db }, input) => previewBulk(db, input)),
  changeInvoicesInBulk: ofEverybody(changeInBulk),
  listBulkRuns: ofEverybody(({ db }, input) => listBulkRuns(db, input)),
  getBulkResults: ofEverybody(({ db }, { id }) => bulkResults(db, id)),
  findMissing: ofEverybody(({ db }, input) => findMissing(db, input)),
  seedInvoices: ofEverybody(seedInvoices),
  clearInvoices: ofEverybody((context, input) => ({ cleared: clearInvoices(context, input) })),
  listPickingHistory: ofEverybody((context, input) => pickingHistory(context, input)),
  listPackingHistory: ofEverybody((context, input) => packingHistory(context, input)),
  listDeliveryHistory: ofEverybody((context, input) => deliveryHistory(context, input)),
  getMyWork: ofEverybody((context, input) => myWork(context, input)),
  listQueue: ofEverybody(({ db }, { queue, length }) => listQueue(db, queue, length)),
  getBoard: ofEverybody(({ db, today }, { queueLength }) => boardOf(db, today() as BusinessDay, queueLength)),
  getDayFigures: ofEverybody(({ db }, { fromDay, toDay }) => dayFigures(db, fromDay, toDay)),
  openFulfilmentDay: ofEverybody(context => ({ holdInvoices: openDay(context) })),
}
