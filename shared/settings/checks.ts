/**
 * Settings that are steps of one ladder: each must be more than the one before it, or a band between them would be empty. One line a
 * ladder, from the lowest to the highest.
 */
export const settingLadders: readonly (readonly string[])[] = [
  ['planning.shortageMedium', 'planning.shortageHigh', 'planning.shortageCritical'],
  ['planning.colourOrange', 'planning.colourYellow', 'planning.colourGreen'],
  ['planning.labelWaitDays', 'planning.partialAlertDays'],
  ['planning.productionDays', 'planning.labelDays', 'planning.shipDays'],
  ['planning.healthOffTrackRatio', 'planning.healthAtRiskRatio'],
  ['planning.healthAtRiskDays', 'planning.healthOffTrackDays'],
  ['planning.healthWarningDays', 'planning.healthCriticalDays'],
  ['purchasing.fabricLeadLeast', 'purchasing.fabricLeadMost'],
  ['purchasing.labelLeadLeast', 'purchasing.labelLeadMost'],
  ['purchasing.accessoryLeadLeast', 'purchasing.accessoryLeadMost'],
  ['engineering.fabricReview', 'engineering.fabricBlock'],
  ['engineering.accessoryReview', 'engineering.fabricBlock'],
  ['engineering.unitWarning', 'engineering.unitBlock'],
  ['engineering.cartonReview', 'engineering.cartonManager'],
  ['production.overAutomatic', 'production.overReview', 'production.overBlock'],
  ['production.lateSupervisorDays', 'production.lateManagerDays'],
  ['production.negativeSoft', 'production.negativeHard', 'production.negativeBlock'],
  ['production.negativeHardHours', 'production.negativeSoftHours'],
  ['production.patternFrom', 'production.patternTo'],
  ['production.utilisationCritical', 'production.utilisationWarning', 'production.utilisationTarget'],
  ['transfers.handoverWarning', 'transfers.handoverCritical'],
  ['transfers.clearanceWarning', 'transfers.clearanceTarget'],
  ['transfers.acknowledgeCritical', 'transfers.acknowledgeWarning', 'transfers.acknowledgeTarget'],
  ['warehouse.countAutomatic', 'warehouse.countManager'],
  ['warehouse.abcFirst', 'warehouse.abcSecond'],
  ['warehouse.ageFirst', 'warehouse.ageSecond', 'warehouse.ageThird'],
  ['warehouse.debtMedium', 'warehouse.debtHigh', 'warehouse.debtCritical'],
  ['quality.displayWarning', 'quality.displayGood'],
  ['quality.rejectTarget', 'quality.rejectWarning', 'quality.rejectCritical'],
  ['identity.deskAttempts', 'identity.accountAttempts'],
  ['health.responseWatch', 'health.responseAct'],
  ['health.pauseWatch', 'health.pauseAct'],
  ['health.faultsWatch', 'health.faultsAct'],
  ['health.processorWatch', 'health.processorAct'],
  ['health.memoryAct', 'health.memoryWatch'],
  ['health.diskAct', 'health.diskWatch'],
]

export interface LadderFault { readonly reason: 'settings.issues.not-above' | 'settings.issues.not-below'; readonly other: string }

/** Whether a setting's new value, in wire form, would leave its ladder; `valueOf` gives those of the others. The neighbour that is in the way is named. */
export function ladderFault(key: string, value: unknown, valueOf: (key: string) => unknown): LadderFault | undefined {
  for (const ladder of settingLadders.filter(one => one.includes(key))) {
    const at = ladder.indexOf(key)
    const [below, above] = [ladder[at - 1], ladder[at + 1]]
    if (below !== undefined && Number(value) <= Number(valueOf(below))) return { reason: 'settings.issues.not-above', other: below }
    if (above !== undefined && Number(value) >= Number(valueOf(above))) return { reason: 'settings.issues.not-below', other: above }
  }
  return undefined
}
