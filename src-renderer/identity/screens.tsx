import Group from '@mui/icons-material/GroupOutlined'
import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import MoreTime from '@mui/icons-material/MoreTimeOutlined'
import AccountCircle from '@mui/icons-material/AccountCircleOutlined'
import Work from '@mui/icons-material/WorkOutlined'
import Badge from '@mui/icons-material/BadgeOutlined'
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined'
import { anySession } from '../../shared/core/procedure.ts'
import { ownProfilePath } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { lazy } from 'react'
import { menusPath } from './paths.ts'
import { UsersScreen } from './users-screen.tsx'

const RolesScreen = lazy(async () => ({ default: (await import('./roles-screen.tsx')).RolesScreen }))

const MenusScreen = lazy(async () => ({ default: (await import('./menus-screen.tsx')).MenusScreen }))
const JobTitlesScreen = lazy(async () => ({ default: (await import('./job-titles-screen.tsx')).JobTitlesScreen }))
const ProfileScreen = lazy(async () => ({ default: (await import('./profile-screen.tsx')).ProfileScreen }))
const GrantsScreen = lazy(async () => ({ default: (await import('./grants-screen.tsx')).GrantsScreen }))

const usersPath = '/users'
const rolesPath = '/roles'
const grantsPath = '/grants'

export const identityScreens: readonly Screen[] = [
  { path: usersPath, title: 'identity.users.title', permission: 'identity.view', group: 'administration', icon: Group, component: UsersScreen },
  { path: rolesPath, title: 'identity.roles.title', permission: 'identity.view', group: 'administration', icon: Badge, component: RolesScreen },
  { path: menusPath, title: 'identity.menus.title', permission: 'identity.view', group: 'administration', icon: AccountTree, component: MenusScreen },
  { path: grantsPath, title: 'identity.grants.title', permission: 'identity.view', group: 'administration', icon: MoreTime, component: GrantsScreen },
  { path: '/job-titles', title: 'identity.jobTitles.title', permission: 'identity.view', group: 'administration', icon: Work, component: JobTitlesScreen },
  { path: ownProfilePath, title: 'identity.profile.title', permission: anySession, isFound: true, icon: AccountCircle, component: ProfileScreen },
]

export const identityActions: readonly ScreenAction[] = [
  { title: 'identity.users.add', to: beginAt(usersPath, 'new'), permission: 'identity.create', icon: PersonAdd },
  { title: 'identity.roles.add', to: beginAt(rolesPath, 'new'), permission: 'identity.create', icon: Badge },
  { title: 'identity.grants.add', to: beginAt(grantsPath, 'new'), permission: 'identity.approve', icon: MoreTime },
]
