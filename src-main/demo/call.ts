import type { AppContract } from '../../shared/contract.ts'
import type { InputOf, OutputOf, Procedure } from '../../shared/core/procedure.ts'

/** Calls a procedure as one person of the story. */
export type Call = <M extends keyof AppContract, N extends keyof AppContract[M] & string>(
  module: M, name: N, input: AppContract[M][N] extends Procedure ? InputOf<AppContract[M][N]> : never,
) => Promise<AppContract[M][N] extends Procedure ? OutputOf<AppContract[M][N]> : never>
