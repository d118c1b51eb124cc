import Box from '@mui/material/Box'
import qr from 'pdfmake/js/qrEnc.js'
import { useMemo, type ReactNode } from 'react'

export interface QrCodeProps {
  /** What a camera reads. */
  readonly text: string
  /** What it is, for who does not see it. */
  readonly label: string
  readonly size: number
}

/** A code to scan from the screen: black on white in both schemes, with its quiet margin. */
export function QrCode({ text, label, size }: QrCodeProps): ReactNode {
  const { modules, side } = useMemo(() => draw(text), [text])
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${side + 8} ${side + 8}`}
      sx={{ width: size, height: size, bgcolor: '#fff', display: 'block', borderRadius: 1 }}
    >
      <path d={modules.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('')} fill="#000" shapeRendering="crispEdges" />
    </Box>
  )
}

/** The dark modules of the code, each one unit wide. */
function draw(text: string): { readonly modules: readonly { readonly x: number; readonly y: number }[]; readonly side: number } {
  const {
    _canvas: [ground, ...modules],
    _width,
  } = qr.default.measure({ qr: text, eccLevel: 'M' })
  const unit = modules[0]?.w ?? 1
  return { modules: modules.map(({ x, y }) => ({ x: x / unit, y: y / unit })), side: (ground?.w ?? _width) / unit }
}
