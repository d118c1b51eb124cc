import { createContext, use, useEffect, type ReactNode } from 'react'
import { useController } from 'react-hook-form'

export interface FieldFace {
  readonly label: string
  /** A value of this field as a person reads it. */
  show(value: unknown): ReactNode
}
/** What a form knows of the fields on the screen: to name them in a list of problems, and to show theirs against mine. */
export type FieldFaces = Map<string, FieldFace>
export const FieldFacesContext = createContext<FieldFaces>(new Map())

/** Fields whose values are kept nowhere: passwords, PINs. */
export const SecretFieldsContext = createContext<Set<string>>(new Set())

export interface FieldState {
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly onBlur: () => void
  readonly inputRef: (element: HTMLElement | null) => void
  readonly isDisabled: boolean | undefined
  /** In the user's language. */
  readonly error: string | undefined
}

/** What the bound fields (`DecimalField`, `DateField` …) have in common. `name` is a path in the form's values: `lines.3.quantity`. */
export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly autoFocus?: boolean | undefined
}
/** What the inputs under them have in common; a filter or a table uses these without a form. */
export interface InputProps extends Omit<FieldProps, 'name'> {
  readonly error?: string | undefined
  readonly onBlur?: (() => void) | undefined
  readonly inputRef?: ((element: HTMLElement | null) => void) | undefined
}

export function useFormField({ name, label, isDisabled }: FieldProps, show: FieldFace['show'] = String): FieldState {
  const faces = use(FieldFacesContext)
  const { field, fieldState } = useController({ name })
  useEffect(() => {
    faces.set(name, { label, show })
  })
  useEffect(() => () => void faces.delete(name), [faces, name])
  return {
    value: field.value as unknown, onChange: field.onChange, onBlur: field.onBlur, inputRef: field.ref,
    isDisabled: isDisabled || field.disabled, error: fieldState.error?.message,
  }
}
