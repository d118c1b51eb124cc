import ExpandMore from '@mui/icons-material/ExpandMore'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState, type ReactNode } from 'react'

export interface MenuAct {
  readonly label: string
  readonly isDangerous?: boolean
  onChoose(): void
}

/** Acts that are seldom wanted, behind one button; nothing where there are none. */
export function ActsMenu({ label, acts }: { readonly label: string; readonly acts: readonly MenuAct[] }): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (acts.length === 0) return null
  return (
    <>
      <Button color="inherit" endIcon={<ExpandMore />} aria-haspopup="menu" onClick={event => setAnchor(event.currentTarget)}>
        {label}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {acts.map(({ label: words, isDangerous = false, onChoose }) => (
          <MenuItem
            key={words}
            onClick={() => {
              setAnchor(null)
              onChoose()
            }}
            sx={isDangerous ? { color: 'error.main' } : undefined}
          >
            {words}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
