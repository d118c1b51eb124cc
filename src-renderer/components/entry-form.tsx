import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import { useState, type FormEvent, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react'
import { FormProvider, useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { AppError, InputIssue } from '../../shared/core/errors.ts'
import { asAppError, errorText, issuesOf, issueText } from '../core/error-text.ts'
import { useText, type Translate } from '../core/i18n.ts'
import { fieldErrors, inputResolver } from '../core/input-resolver.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { FieldFacesContext, SecretFieldsContext, type FieldFaces } from './form-field.ts'
import { moveOnByEnter } from './form-keys.ts'

export interface EntryFormOptions<S extends z.ZodType> {
  /** The procedure's input: `api.masters.createItem.procedure.input`. */
  readonly schema: S
  /** As they travel: decimals are text. Include what has no field, like `id` and `version`. */
  readonly values: Partial<z.input<S>>
  /** Usually the call itself: `api.masters.updateItem`. */
  save(input: z.input<S>): Promise<unknown>
  onSaved?(): void
  /** What a line of a list is called where its number would say nothing: the person's name. */
  rowName?(index: number): string | undefined
  /** On a conflict: the row as it now is, as values of this form. Without it a conflict is only told. */
  reread?(): Promise<Partial<z.input<S>>>
}

export interface EntryFormState {
  readonly form: UseFormReturn
  readonly faces: FieldFaces
  /** Names of the fields whose values are kept nowhere. */
  readonly secrets: Set<string>
  submit(): void
  readonly isSaving: boolean
  /** Something was typed that is not saved. */
  readonly isDirty: boolean
  /** Why it could not be saved, where no field can show it. */
  readonly failure: AppError | undefined
  readonly conflict: FieldValues | undefined
  /** The conflict's outcome: these values are in the form, to be saved again. */
  resolve(values: FieldValues): void
  rowName?(index: number): string | undefined
  /** What the form was opened with, to tell whose change is whose. */
  readonly base: FieldValues
}

/** One form's course: checked here first, then saved; what the host refuses is placed at its fields, and nothing typed is lost. */
export function useEntryForm<S extends z.ZodType>({ schema, values, save, onSaved, reread, rowName }: EntryFormOptions<S>): EntryFormState {
  const [base, setBase] = useState(values as FieldValues)
  const [faces] = useState<FieldFaces>(() => new Map())
  const [secrets] = useState(() => new Set<string>())
  const [failure, setFailure] = useState<AppError>()
  const [conflict, setConflict] = useState<FieldValues>()
  const form = useForm<FieldValues>({ defaultValues: values as DefaultValues<FieldValues>, resolver: inputResolver(schema), mode: 'onSubmit' })
  const { isDirty, isSubmitting } = form.formState
  const [isTold, setTold] = useState(false)

  async function saveChecked(input: FieldValues): Promise<void> {
    setFailure(undefined)
    try {
      await save((isTold ? { ...input, ...seenNow(values) } : input) as z.input<S>)
      onSaved?.()
    } catch (thrown) {
      const error = asAppError(thrown)
      for (const [name, fieldError] of Object.entries(fieldErrors(issuesOf(error)))) form.setError(name, fieldError, { shouldFocus: true })
      const { field } = error.params
      if (typeof field === 'string' && faces.has(field)) return form.setError(field, { type: error.code, message: errorText(error) }, { shouldFocus: true })
      const theirs = error.code === 'conflict' ? await reread?.().catch(() => undefined) : undefined
      if (theirs) return setConflict(theirs)
      setTold(error.code === 'conflict')
      setFailure(error)
    }
  }
  return {
    form, faces, secrets, isDirty, isSaving: isSubmitting, failure, conflict, base, ...(rowName && { rowName }),
    submit: () => void form.handleSubmit(saveChecked, () => setFailure(undefined))(),
    resolve(chosen) {
      setBase(conflict!)
      setConflict(undefined)
      setFailure(undefined)
      form.reset(conflict, { keepDefaultValues: false })
      for (const [name, value] of Object.entries(chosen)) form.setValue(name, value, { shouldDirty: true })
    },
  }
}

/** After a conflict that was only told, what is done again is done to the record as the screen shows it by now. */
function seenNow({ version }: FieldValues): FieldValues {
  return version === undefined ? {} : { version }
}

/** The form around its fields. Enter moves on, Ctrl+Enter saves; problems without a field stand on top. */
export function EntryForm({ state, children, label }: { readonly state: EntryFormState; readonly children: ReactNode; readonly label?: string }): ReactNode {
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isWithin(event)) return
    if (!event.ctrlKey && !event.metaKey) return moveOnByEnter(event)
    event.preventDefault()
    if (!state.isSaving) state.submit()
  }
  const onSubmit = (event: FormEvent) => {
    if (!isWithin(event)) return
    event.preventDefault()
    if (!state.isSaving) state.submit()
  }
  return (
    <FormProvider {...state.form}>
      <FieldFacesContext value={state.faces}>
        <SecretFieldsContext value={state.secrets}>
          <Box component="form" noValidate autoComplete="off" aria-label={label} onSubmit={onSubmit} onKeyDownCapture={onKeyDown} sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
            <FormProblems state={state} />
            {children}
          </Box>
        </SecretFieldsContext>
        {state.conflict && <ConflictDialog state={state} theirs={state.conflict} />}
      </FieldFacesContext>
    </FormProvider>
  )
}

/** React tells a form also of what happens in a dialog that was opened from it, which is a form of its own. */
function isWithin({ currentTarget, target }: SyntheticEvent): boolean {
  return target instanceof Node && currentTarget.contains(target)
}

function FormProblems({ state: { failure, faces, rowName } }: { readonly state: EntryFormState }): ReactNode {
  const t = useText()
  if (!failure) return null
  const elsewhere = issuesOf(failure).filter(issue => !faces.has(issue.path.join('.')))
  return (
    <Alert severity="error" role="alert">
      <AlertTitle>{t('form.problems')}</AlertTitle>
      {errorText(failure)}
      {elsewhere.length > 0 && (
        <Box component="ul" sx={{ my: 0.5, pl: 2.5 }}>
          {elsewhere.slice(0, 8).map(issue => <li key={issue.path.join('.')}>{placedIssue(issue, faces, t, rowName)}</li>)}
        </Box>
      )}
    </Alert>
  )
}

/** "Baris 57, Satuan: pilih salah satu dari daftar." */
function placedIssue(issue: InputIssue, faces: FieldFaces, t: Translate, rowName: EntryFormState['rowName']): string {
  const row = issue.path.find(part => typeof part === 'number')
  const name = issue.path.filter((part, at): part is string => typeof part === 'string' && typeof issue.path[at + 1] !== 'number').at(-1)
  const label = name === undefined ? undefined : (faces.get(name)?.label ?? name)
  const place = [row === undefined ? undefined : rowName?.(row) ?? t('form.row', { row: row + 1 }), label].filter(Boolean).join(', ')
  return place === '' ? issueText(issue) : `${place}: ${issueText(issue)}`
}
