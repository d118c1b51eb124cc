import KeyboardDoubleArrowLeft from '@mui/icons-material/KeyboardDoubleArrowLeft'
import KeyboardDoubleArrowRight from '@mui/icons-material/KeyboardDoubleArrowRight'
import Badge from '@mui/material/Badge'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { SxProps, Theme } from '@mui/material/styles'
import { useEffect, useRef, type ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useText } from '../core/i18n.ts'
import { Logo } from './logo.tsx'

export interface NavigationItem {
  readonly to: string
  /** One or two words, in the user's language. */
  readonly label: string
  readonly icon: ReactNode
  /** How much waits there. */
  readonly badge?: number | undefined
}
export interface NavigationGroup { readonly label: string; readonly items: readonly NavigationItem[] }

export interface NavigationBarProps {
  readonly groups: readonly NavigationGroup[]
  /** Icons with their words under them. */
  readonly isCollapsed: boolean
  onToggle(): void
  /** A page was chosen. */
  onGo?(): void
  readonly sx?: SxProps<Theme>
}

/** The way to every page this user may open, in groups. */
export function NavigationBar({ groups, isCollapsed, onToggle, onGo, sx }: NavigationBarProps): ReactNode {
  const t = useText()
  const label = t(isCollapsed ? 'frame.expand' : 'frame.collapse')
  const list = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  useEffect(() => void list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [pathname, isCollapsed])
  return (
    <Box
      component="nav" aria-label={t('frame.navigation')}
      sx={[{ width: isCollapsed ? 104 : 224, display: 'flex', flexDirection: 'column', bgcolor: 'frame.background', color: 'frame.text', overflow: 'hidden' }, ...(Array.isArray(sx) ? sx : [sx])]}
    >
      <Box sx={{ height: 56, flexShrink: 0, display: 'flex', alignItems: 'center', justifyContent: isCollapsed ? 'center' : 'flex-start', px: isCollapsed ? 0 : 2.25 }}>
        <Logo withName={!isCollapsed} />
      </Box>
      <Box ref={list} sx={{ ...fadesWhereMore, flex: 1, overflowY: 'auto', px: isCollapsed ? 0.5 : 1, pb: 1, scrollbarWidth: 'thin', scrollbarColor: 'var(--lantai-palette-frame-muted) transparent' }}>
        {groups.map((group, index) => (
          <Box key={group.label} role="group" aria-label={group.label} sx={{ '& + &': { mt: isCollapsed ? 0.5 : 0.75, pt: isCollapsed ? 0.5 : 0, borderTop: isCollapsed ? 1 : 0, borderColor: 'frame.line' } }}>
            {!isCollapsed && <Box aria-hidden sx={{ px: 1.25, pt: index === 0 ? 0.5 : 0, fontSize: '0.75rem', lineHeight: 1.4, fontWeight: 600, color: 'frame.muted' }}>{group.label}</Box>}
            {group.items.map(item => <NavigationLink key={item.to} item={item} isCollapsed={isCollapsed} onGo={onGo} />)}
          </Box>
        ))}
      </Box>
      <ButtonBase onClick={onToggle} aria-label={label} sx={{ ...focusRing, height: 40, '@media (pointer: coarse)': { height: 56 }, borderTop: 1, borderColor: 'frame.line', color: 'frame.muted', gap: 1, fontSize: '0.8125rem', '&:hover': { color: 'frame.text' } }}>
        {isCollapsed ? <KeyboardDoubleArrowRight sx={{ fontSize: 18 }} /> : <><KeyboardDoubleArrowLeft sx={{ fontSize: 18 }} />{label}</>}
      </ButtonBase>
    </Box>
  )
}

interface NavigationLinkProps { readonly item: NavigationItem; readonly isCollapsed: boolean; readonly onGo: (() => void) | undefined }

function NavigationLink({ item: { to, label, icon, badge }, isCollapsed, onGo }: NavigationLinkProps): ReactNode {
  return (
    <Box
      component={NavLink} to={to} end={to === '/'} onClick={onGo}
      sx={{
        ...focusRing, display: 'flex', alignItems: 'center', gap: isCollapsed ? 0.5 : 1.25, flexDirection: isCollapsed ? 'column' : 'row', justifyContent: isCollapsed ? 'center' : 'flex-start',
        px: isCollapsed ? 0 : 1.25, py: isCollapsed ? 0.75 : 0, minHeight: isCollapsed ? 56 : 30, '@media (pointer: coarse)': { minHeight: 56 },
        borderRadius: 1, position: 'relative', scrollMarginBlock: 28, color: 'frame.text', textDecoration: 'none', fontSize: isCollapsed ? '0.75rem' : '0.875rem', fontWeight: 500, lineHeight: 1.2, textAlign: isCollapsed ? 'center' : 'start',
        '& svg': { fontSize: 20, color: 'frame.muted' }, '&:hover': { bgcolor: 'frame.hover' },
        '&.active': { bgcolor: 'frame.active', fontWeight: 650, '& svg': { color: 'frame.accent' } },
        '&.active::before': { content: '""', position: 'absolute', insetInlineStart: 0, top: 8, bottom: 8, width: 3, borderRadius: 2, bgcolor: 'frame.accent' },
      }}
    >
      <Badge color="secondary" badgeContent={isCollapsed ? badge : 0} max={99} sx={{ '& .MuiBadge-badge': badgeLook }}>{icon}</Badge>
      <Box component="span" sx={{ flex: isCollapsed ? undefined : 1, maxWidth: '100%', overflowWrap: 'anywhere' }}>{label}</Box>
      {!isCollapsed && badge ? <Box component="span" sx={{ ...badgeLook, px: 0.75, borderRadius: 1, fontSize: '0.75rem', fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}>{badge > 99 ? '99+' : badge}</Box> : null}
    </Box>
  )
}

const badgeLook = { bgcolor: 'frame.accent', color: '#2d1602' }
const focusRing = { '&:focus-visible': { outline: '2px solid', outlineColor: 'var(--lantai-palette-frame-accent)', outlineOffset: -2 } }
/** Where the list goes on above or below, it fades: two covers scroll along with it, two shades stay. */
const fadesWhereMore = {
  background: `linear-gradient(var(--lantai-palette-frame-background) 40%, transparent) top / 100% 40px local, linear-gradient(transparent, var(--lantai-palette-frame-background) 60%) bottom / 100% 40px local,
    linear-gradient(#ffffff2b, transparent) top / 100% 14px scroll, linear-gradient(transparent, #ffffff2b) bottom / 100% 14px scroll`,
  backgroundRepeat: 'no-repeat',
} as const
