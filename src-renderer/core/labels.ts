import { create } from 'zustand'
import type { InputOf } from '../../shared/core/procedure.ts'
import type { labels } from '../../shared/labels/contract.ts'

export type LabelWishes = InputOf<typeof labels.printLabels>['labels']
export type LabelKind = LabelWishes[number]['kind']

/** One thing that labels are wanted of. `kinds`: as what it can be labelled, the usual first; the user says how many of them. */
export interface LabelSubject {
  readonly id: string
  readonly kinds: readonly [LabelKind, ...LabelKind[]]
  readonly name: string
  /** What is printed beside it, as it travels, and its unit. */
  readonly quantity?: string | undefined
  readonly unit?: string | undefined
  /** Labels of several things, one each: nothing is asked but the printer. */
  readonly wishes?: LabelWishes | undefined
}

/** What the frame's dialog asks about: several modules print labels, one draws the dialog. */
export const useLabelSubject = create<{ readonly subject: LabelSubject | undefined }>(() => ({ subject: undefined }))

export function askForLabels(subject: LabelSubject): void {
  useLabelSubject.setState({ subject })
}
