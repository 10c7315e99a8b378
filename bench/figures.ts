import { serveFigures } from '../src/cli/figures-thread.ts'

// The thread that compares figures, as the command line has it.

serveFigures()
