import type { transfers } from '../../shared/transfers/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { printPaper } from '../documents/paper.ts'
import { acceptTransfer, settleVariance } from './accepting.ts'
import { acknowledgeAlert, escalateBlocks, listAlerts, resolveAlert } from './alerts.ts'
import { transferFigures } from './figures.ts'
import { gatePaper } from './gate-paper.ts'
import { gatePassOf, gateWorkOf, listGatePasses } from './gate-rows.ts'
import { cancelGatePass, correctGateReturn, remindOfGatePasses, returnFromSubcontractor, sendToSubcontractor } from './gate.ts'
import { clearFloor, floorBoard } from './floor-board.ts'
import { clearLine, lineBoard, listClearances } from './line-board.ts'
import { transferPaper } from './paper.ts'
import { overrideSegregation, releaseSegregation } from './releasing.ts'
import { listTransfers, requireSeen, transferOf } from './rows.ts'
import { scanTransfer } from './scanning.ts'
import { sendableOf } from './sendable.ts'
import { cancelTransfer, sendTransfer } from './sending.ts'

export const transfersHandlers: Handlers<typeof transfers> = {
  listTransfers: ({ db, scope, clock }, input) => listTransfers(db, scope.mine(), input, clock.now()),
  getTransfer(context, { id }) {
    requireSeen(context, id)
    return transferOf(context.db, id, context.clock.now())
  },
  listSendable({ db, scope }, { sectionId }) {
    db.get('section', sectionId)
    scope.section(sectionId)
    return sendableOf(db, sectionId)
  },
  sendTransfer: (context, entry) => sendTransfer(context, entry),
  acceptTransfer: (context, input) => acceptTransfer(context, input),
  settleVariance: (context, input) => settleVariance(context, input),
  releaseSegregation: (context, input) => releaseSegregation(context, input),
  overrideSegregation: (context, input) => overrideSegregation(context, input),
  cancelTransfer: (context, input) => cancelTransfer(context, input),
  scanTransfer: (context, { code }) => scanTransfer(context, code),
  async printTransfer(context, { id, language }) {
    requireSeen(context, id)
    const { number } = context.db.get('transfer', id)
    return printPaper(context, await transferPaper(context, id, language ?? context.session.language), number)
  },
  listLines({ db, scope }, { sectionId }) {
    scope.everyone()
    return lineBoard(db, sectionId)
  },
  listFloors({ db, scope }) {
    scope.everyone()
    return floorBoard(db)
  },
  clearLine: (context, input) => clearLine(context, input),
  clearFloor: (context, input) => clearFloor(context, input),
  listClearances: ({ db, scope }, input) => listClearances(db, scope.mine(), input),
  listTransferAlerts: ({ db, scope }, input) => listAlerts(db, scope.mine(), input),
  acknowledgeTransferAlert: (context, at) => acknowledgeAlert(context, at),
  resolveTransferAlert: (context, { reason, ...at }) => resolveAlert(context, at, reason),
  getTransferFigures: (context, period) => transferFigures(context, context.scope.mine(), period),
  listGatePasses: ({ db, scope, today }, input) => listGatePasses(db, scope.mine(), input, today()),
  getGatePass({ db, scope, today }, { id }) {
    scope.section(db.get('gatePass', id).sectionId)
    return gatePassOf(db, id, today())
  },
  getGateWork({ db, scope }, { workOrderId }) {
    const workOrder = db.get('workOrder', workOrderId)
    scope.section(workOrder.sectionId)
    return gateWorkOf(db, workOrder)
  },
  sendToSubcontractor: (context, entry) => sendToSubcontractor(context, entry),
  returnFromSubcontractor: (context, input) => returnFromSubcontractor(context, input),
  correctGateReturn: (context, input) => correctGateReturn(context, input),
  cancelGatePass: (context, input) => cancelGatePass(context, input),
  async printGatePass(context, { id, paper, language }) {
    const { sectionId, number } = context.db.get('gatePass', id)
    context.scope.section(sectionId)
    return printPaper(context, await gatePaper(context, id, paper, language ?? context.session.language), paper === 'OUT' ? number : `${number}-kembali`)
  },
  remindOfGatePasses(context) {
    context.scope.everyone()
    return { told: remindOfGatePasses(context) }
  },
  escalateBlocks(context) {
    context.scope.everyone()
    return { told: escalateBlocks(context) }
  },
}
