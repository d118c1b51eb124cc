import PhotoCamera from '@mui/icons-material/PhotoCameraOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'

interface PhotoProps {
  readonly label: string
  readonly hint: string
  /** Bytes. */
  readonly maximumSize: number
  readonly tooLarge: string
  readonly photo: File | null
  onPhoto(photo: File | null): void
}

/** A photo taken here and now: a tablet opens its camera, and what was taken is seen before it is sent. */
export function PhotoInput({ label, hint, maximumSize, tooLarge, photo, onPhoto }: PhotoProps): ReactNode {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isTooLarge, setTooLarge] = useState(false)
  const shown = useMemo(() => (photo ? URL.createObjectURL(photo) : undefined), [photo])
  useEffect(() => () => void (shown !== undefined && URL.revokeObjectURL(shown)), [shown])
  function take(file: File | undefined): void {
    if (file === undefined) return
    setTooLarge(file.size > maximumSize)
    if (file.size <= maximumSize) onPhoto(file)
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      <Button variant="outlined" startIcon={<PhotoCamera />} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/jpeg,image/png"
        capture="environment"
        aria-label={label}
        onChange={({ target }) => {
          take(target.files?.[0])
          target.value = ''
        }}
      />
      {shown === undefined ? (
        <Box component="span" role={isTooLarge ? 'alert' : undefined} sx={{ color: isTooLarge ? 'error.main' : 'text.secondary' }}>
          {isTooLarge ? tooLarge : hint}
        </Box>
      ) : (
        <>
          <Box component="img" src={shown} alt={label} sx={{ height: 96, maxWidth: 160, objectFit: 'cover', borderRadius: 1 }} />
          <Button color="inherit" onClick={() => onPhoto(null)}>
            {t('files.remove')}
          </Button>
        </>
      )}
    </Box>
  )
}
