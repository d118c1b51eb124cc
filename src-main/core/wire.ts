import { z } from 'zod'
import { decodeInput } from '../../shared/core/decode-input.ts'
import { AppError } from '../../shared/core/errors.ts'
import { madeOnce } from '../../shared/core/made-once.ts'
import type { Procedure } from '../../shared/core/procedure.ts'
import { costPaths, holdersAt } from './cost-paths.ts'
import { outputEncoder } from './output-encoder.ts'

const inputCosts = madeOnce(({ input }: Procedure) => [...costPaths(input)])
const encoders = madeOnce(({ output }: Procedure) => ({ all: outputEncoder(output, true), withoutCosts: outputEncoder(output, false) }))

/** Far more levels than any input has, and far fewer than what walks through it can go down. */
const deepestInput = 64

/** What a desk sent, parsed; `invalid-input` names every faulty field. A cost may only be given by who may see costs. */
export function parseInput(procedure: Procedure, raw: unknown, canSeeCost: boolean): unknown {
  if (isDeeper(raw, deepestInput)) throw new AppError('invalid-input', { issues: [{ path: [], reason: 'too-deep', params: { maximum: deepestInput } }] })
  const input = decodeInput(procedure, raw)
  if (!canSeeCost) {
    const given = inputCosts(procedure).find(path => holdersAt(raw, path).some(holder => holder[path.at(-1)!] !== undefined))
    if (given) throw new AppError('forbidden', { needed: 'canSeeCost', field: given.join('.') })
  }
  return input
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some(member => isDeeper(member, levels - 1))
}

/** A handler's answer to be made JSON: only what the contract names; costs are left out where they may not be seen. */
export function encodeOutput(procedure: Procedure, value: unknown, canSeeCost: boolean): unknown {
  const { all, withoutCosts } = encoders(procedure)
  try {
    return (canSeeCost ? all : withoutCosts)(value)
  } catch {
    z.encode(procedure.output, value)
    throw new Error('An answer that its encoder refuses, and zod does not')
  }
}
