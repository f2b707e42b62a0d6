export const home = {
  nobody: {
    title: 'Plumbline is running, and nobody has set it up yet',
    text: 'The start of Plumbline printed a one-time set-up link. Open it to make the first account and the first platform.',
    where:
      'You find it in the terminal, or in the log of the service. It holds for an hour; each start prints a new one.',
  },
  none: {
    title: 'There is no platform for you yet',
    text: 'Your account has no role on any platform. Ask an administrator to give you one.',
  },
  notFound: {
    title: 'There is nothing here',
    text: 'The address may be mistyped, what was here may be gone, or you may lack the right to see it.',
    action: 'Go to the start',
  },
  noPermission: {
    title: 'You may not see this',
    text: 'Your role on this platform does not reach this far. Ask an administrator or an editor.',
  },
  error: {
    title: 'Something went wrong here',
    text: 'It has been logged. Nothing that was saved is lost; try it again.',
    id: 'If it comes back, tell an administrator this number: {id}',
    action: 'Try again',
  },
} as const;
