import { wallClock, type BusinessDay } from '../../shared/core/dates.ts'

/** The day it is in the demo factory, whatever the clock of the machine says. */
export const factoryToday = (): BusinessDay => wallClock(new Date().toISOString(), 'Asia/Jakarta').day
