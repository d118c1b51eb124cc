import Description from '@mui/icons-material/DescriptionOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useId, useRef, useState, type DragEvent, type ReactNode, type RefObject } from 'react'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

/** What may be chosen. */
export interface FileKinds {
  /** File name endings: `['.xlsx', '.csv']`. */
  readonly kinds: readonly string[]
  /** Bytes, of each file. */
  readonly maximumSize: number
  readonly isMultiple?: boolean
}

interface DropBase extends Omit<FileKinds, 'isMultiple'> { readonly label: string; readonly hint?: string | undefined; readonly isDisabled?: boolean }
/** One file, which stays here until it is removed; or several at once, which go elsewhere. */
export type FileDropProps = DropBase & ({ readonly file: File | null; onFile(file: File | null): void } | { onFiles(files: readonly File[]): void })

/** Files, chosen or dragged here. What it cannot take, it says before anything is sent. */
export function FileDrop({ label, hint, isDisabled = false, kinds, maximumSize, ...choice }: FileDropProps): ReactNode {
  const t = useText()
  const { fileSize } = useFormats()
  const id = useId()
  const isMultiple = 'onFiles' in choice
  const file = isMultiple ? null : choice.file
  const { input, problem, take } = useFileChoice({ kinds, maximumSize, isMultiple }, files => (isMultiple ? choice.onFiles(files) : choice.onFile(files[0]!)))
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isDisabled) take(event.dataTransfer.files)
  }
  return (
    <div>
      <Typography component="label" htmlFor={id} variant="caption" sx={{ display: 'block', fontWeight: 550, color: 'text.secondary', mb: 0.5 }}>{label}</Typography>
      <Box
        onDragOver={event => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={onDrop}
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'center', gap: 1.5, p: 3, borderRadius: 2, border: '1.5px dashed', borderColor: isOver ? 'primary.main' : problem ? 'error.main' : 'divider', bgcolor: isOver ? 'tint.primary' : 'background.paper', textAlign: 'center' }}
      >
        {file ? <Description sx={{ color: 'primary.main' }} /> : <UploadFile sx={{ color: 'text.secondary' }} />}
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{file ? <><b>{file.name}</b> · {fileSize(file.size)}</> : t(isMultiple ? 'files.dropSeveral' : 'files.drop')}</Typography>
        <Button variant="outlined" disabled={isDisabled} onClick={() => input.current?.click()}>{t('files.choose')}</Button>
        {file && !isMultiple && <Button disabled={isDisabled} onClick={() => choice.onFile(null)}>{t('files.remove')}</Button>}
        <FileInput id={id} input={input} kinds={kinds} isMultiple={isMultiple} isDisabled={isDisabled} onTake={take} />
      </Box>
      <FormHelperText error={problem !== undefined} role={problem === undefined ? undefined : 'alert'}>{problem ?? hint ?? `${kinds.join(', ')} · ${fileSize(maximumSize)}`}</FormHelperText>
    </div>
  )
}

export interface AddFilesProps extends FileKinds { readonly label: string; onFiles(files: readonly File[]): void }

/** A button for further files behind those that are there. */
export function AddFiles({ label, onFiles, ...limits }: AddFilesProps): ReactNode {
  const { input, problem, take } = useFileChoice({ ...limits, isMultiple: true }, onFiles)
  return (
    <>
      <Button size="small" startIcon={<UploadFile />} onClick={() => input.current?.click()}>{label}</Button>
      <FileInput label={label} input={input} kinds={limits.kinds} isMultiple isDisabled={false} onTake={take} />
      {problem !== undefined && <FormHelperText error role="alert">{problem}</FormHelperText>}
    </>
  )
}

interface FileInputProps { readonly id?: string; readonly label?: string; readonly input: RefObject<HTMLInputElement | null>; readonly kinds: readonly string[]; readonly isMultiple: boolean; readonly isDisabled: boolean; onTake(files: FileList | null): void }

function FileInput({ id, label, input, kinds, isMultiple, isDisabled, onTake }: FileInputProps): ReactNode {
  return <input ref={input} id={id} aria-label={label} type="file" accept={kinds.join(',')} hidden multiple={isMultiple} disabled={isDisabled} onChange={event => { onTake(event.target.files); event.target.value = '' }} />
}

/** Takes what may be taken, all of it or nothing, and says why not. */
function useFileChoice({ kinds, maximumSize, isMultiple = false }: FileKinds, onFiles: (files: readonly File[]) => void) {
  const t = useText()
  const { fileSize } = useFormats()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const problemOf = (file: File) => {
    if (!kinds.some(kind => file.name.toLowerCase().endsWith(kind))) return t('files.wrongKind', { kinds: kinds.join(', ') })
    return file.size > maximumSize ? t('files.tooLarge', { name: file.name, maximum: fileSize(maximumSize) }) : undefined
  }
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length === 0) return
    const found = files.length > 1 && !isMultiple ? t('files.one') : files.map(problemOf).find(text => text !== undefined)
    setProblem(found)
    if (found === undefined) onFiles(files)
  }
  return { input, problem, take }
}
