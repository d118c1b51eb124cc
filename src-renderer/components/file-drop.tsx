import Description from '@mui/icons-material/DescriptionOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

export interface FileDropProps {
  readonly label: string
  /** File name endings: `['.xlsx', '.csv']`. */
  readonly kinds: readonly string[]
  /** Bytes. */
  readonly maximumSize: number
  readonly file: File | null
  onFile(file: File | null): void
  readonly hint?: string | undefined
  readonly isDisabled?: boolean
}

/** One file, chosen or dragged here. What it cannot take, it says before anything is sent. */
export function FileDrop({ label, kinds, maximumSize, file, onFile, hint, isDisabled = false }: FileDropProps): ReactNode {
  const t = useText()
  const { fileSize } = useFormats()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [problem, setProblem] = useState<string>()

  const take = (files: FileList | null) => {
    const [first, ...rest] = files ?? []
    if (!first) return
    const isKnown = kinds.some(kind => first.name.toLowerCase().endsWith(kind))
    const found = rest.length > 0 ? t('files.one')
      : !isKnown ? t('files.wrongKind', { kinds: kinds.join(', ') })
      : first.size > maximumSize ? t('files.tooLarge', { name: first.name, maximum: fileSize(maximumSize) })
      : undefined
    setProblem(found)
    if (found === undefined) onFile(first)
  }
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
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{file ? <><b>{file.name}</b> · {fileSize(file.size)}</> : t('files.drop')}</Typography>
        <Button variant="outlined" disabled={isDisabled} onClick={() => input.current?.click()}>{t('files.choose')}</Button>
        {file && <Button disabled={isDisabled} onClick={() => onFile(null)}>{t('files.remove')}</Button>}
        <input ref={input} id={id} type="file" accept={kinds.join(',')} hidden disabled={isDisabled} onChange={event => { take(event.target.files); event.target.value = '' }} />
      </Box>
      <FormHelperText error={problem !== undefined} role={problem === undefined ? undefined : 'alert'}>{problem ?? hint ?? `${kinds.join(', ')} · ${fileSize(maximumSize)}`}</FormHelperText>
    </div>
  )
}
