import { describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import { rational } from '../shared/core/rational.ts'
import { cartonVerdict, consumptionVerdict, efficiencyOf, materialClassOf, varianceOf, type MaterialClass } from '../shared/engineering/gates.ts'
import { engineeringSettings } from '../shared/engineering/settings.ts'

const limits = { fabricReview: decimal(5), fabricBlock: decimal(10), accessoryReview: decimal(2), unitWarning: decimal(10), unitBlock: decimal(15) }
const judged = (actual: string, expected: string, materialClass: MaterialClass) => consumptionVerdict(varianceOf(rational(actual), rational(expected)), materialClass, limits)

describe('gates', () => {
  test('BM-5 fabric and thread: up to 5 % fine, up to 10 % reviewed, beyond blocked', () => {
    expect(['105', '105.0001', '110', '110.0001', '90'].map(actual => judged(actual, '100', 'FABRIC'))).toEqual(['OK', 'REVIEW', 'REVIEW', 'BLOCKED', 'OK'])
  })
  test('BM-5 filling and accessories: reviewed beyond 2 %; the general gate blocks them beyond 15 %', () => {
    expect(['102', '102.0001', '115', '115.0001'].map(actual => judged(actual, '100', 'ACCESSORY'))).toEqual(['OK', 'REVIEW', 'REVIEW', 'BLOCKED'])
    expect(['Kain', 'Benang', 'Fabric', 'Isian', 'Mata & hidung', ''].map(category => materialClassOf({ category }, engineeringSettings.fabricGroups.fallback))).toEqual(['FABRIC', 'FABRIC', 'FABRIC', 'ACCESSORY', 'ACCESSORY', 'ACCESSORY'])
    const classes = (groups: string) => ['Velboa', 'Bulu — VELBOA 3 mm', 'Kain keras', 'Bukan-velbo', 'Pelapis velboatin'].map(category => materialClassOf({ category }, groups))
    expect(classes(' velboa ,, Kain keras')).toEqual(['FABRIC', 'FABRIC', 'FABRIC', 'ACCESSORY', 'FABRIC'])
    expect(classes('')).toEqual(['ACCESSORY', 'ACCESSORY', 'ACCESSORY', 'ACCESSORY', 'ACCESSORY'])
  })
  test('BM-6 cartons: below 5 % by itself, up to 15 % the supervisor, beyond it the manager, whichever way', () => {
    const decided = (actual: string) => cartonVerdict(varianceOf(rational(actual), rational('100')), { cartonReview: decimal(5), cartonManager: decimal(15) })
    expect(['95.0001', '95', '85', '84.9999', '104.9999', '105', '115.0001'].map(decided)).toEqual(['AUTOMATIC', 'SUPERVISOR', 'SUPERVISOR', 'MANAGER', 'AUTOMATIC', 'SUPERVISOR', 'MANAGER'])
  })
  test('BM-7 planned ÷ actual: 95 % and more is efficient, less is over-used, nothing used is no data', () => {
    const state = (actual: string) => efficiencyOf(rational('95'), rational(actual), decimal(95))
    expect(['90', '100', '100.0001', '0'].map(state)).toEqual(['EFFICIENT', 'EFFICIENT', 'OVER_USED', 'NO_DATA'])
  })
})
