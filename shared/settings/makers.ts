import { z } from 'zod'
import { compareDecimals, decimal, decimalText, DecimalSchema, type Decimal } from '../core/decimal.ts'
import type { Permission } from '../core/permissions.ts'
import { setting, type Setting } from './setting.ts'

type About = Partial<Pick<Setting, 'rule' | 'theme' | 'unit' | 'isSensitive' | 'permission' | 'isShared'>>
type Limits<T> = About & { readonly from?: T; readonly to?: T }

export interface SettingMakers {
  /** A whole number of `unit`. */
  whole(name: string, fallback: number, about: Limits<number> & { readonly unit: string }): Setting<number>
  /** A quantity or rate with decimals. */
  rate(name: string, fallback: string, about: Limits<string> & { readonly unit: string }): Setting<Decimal>
  /** Of a hundred, from 0 to 100 unless said otherwise. */
  percent(name: string, fallback: string, about?: Limits<string>): Setting<Decimal>
  flag(name: string, fallback: boolean, about?: About): Setting<boolean>
}

/** The settings of one module, whose `permission` is asked for besides that of settings. */
export function settingMakers(module: string, permission: Permission): SettingMakers {
  function rate(name: string, fallback: string, { from = '0', to = '1000000', ...about }: Limits<string> & { readonly unit: string }): Setting<Decimal> {
    return setting({ key: `${module}.${name}`, permission, ...about, schema: decimalBetween(decimal(from), decimal(to)), fallback: decimal(fallback) })
  }
  return {
    rate,
    percent: (name, fallback, about = {}) => rate(name, fallback, { to: '100', ...about, unit: 'percent' }),
    whole: (name, fallback, { from = 0, to = 1000, ...about }) => setting({ key: `${module}.${name}`, permission, ...about, schema: z.int().min(from).max(to), fallback }),
    flag: (name, fallback, about = {}) => setting({ key: `${module}.${name}`, permission, ...about, schema: z.boolean(), fallback }),
  }
}

function decimalBetween(minimum: Decimal, maximum: Decimal): z.ZodType<Decimal> {
  const limits = { minimum: decimalText(minimum), maximum: decimalText(maximum) }
  return DecimalSchema.refine(value => compareDecimals(value, minimum) >= 0 && compareDecimals(value, maximum) <= 0, { params: { reason: 'settings.issues.between', ...limits } }).meta(limits)
}
