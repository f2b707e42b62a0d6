const LOCALE = 'en';
const count = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;

/** Every word of a notice. Another language is another file of the same shape. */
export const english = {
  /** a day as the platform's people write it */
  day: (time: string, timeZone: string) =>
    new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone }).format(new Date(time)),
  time: (time: string, timeZone: string) =>
    new Intl.DateTimeFormat(LOCALE, {
      ...{ year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
      timeZoneName: 'short',
      timeZone,
    }).format(new Date(time)),
  greeting: (name: string) => `Hello ${name},`,
  wholePlatform: 'the whole platform',
  footer: (platform: string) => `You get this because of your role on ${platform} in Plumbline.`,
  unsubscribe: 'Stop messages of this kind',

  kinds: {
    'attestations-expiring': {
      subject: (n: number, platform: string) => `${platform}: ${count(n, 'attestation runs', 'attestations run')} out`,
      intro: (n: number) =>
        n === 1
          ? 'This answer runs out soon. Its criterion is then not known until somebody answers it again:'
          : 'These answers run out soon. Their criteria are then not known until somebody answers them again:',
      line: (place: string, day: string) => `${place}; valid until ${day}`,
    },
    'exemptions-expiring': {
      subject: (n: number, platform: string) => `${platform}: ${count(n, 'exemption ends', 'exemptions end')}`,
      intro: (n: number) =>
        n === 1
          ? 'This exemption ends soon. From then on its criterion counts as it is:'
          : 'These exemptions end soon. From then on their criteria count as they are:',
      line: (place: string, day: string) => `${place}; exempt until ${day}`,
    },
    'campaign-due': {
      subject: (n: number, platform: string) => `${platform}: ${count(n, 'campaign is', 'campaigns are')} due`,
      intro: (n: number) =>
        n === 1 ? 'Something in this campaign still waits:' : 'Something in these campaigns still waits:',
      line: ({ reached, of }: { reached: number; of: number }, day: string, isOver: boolean) =>
        `${reached} of ${of} met by evidence; ${isOver ? 'was due' : 'due'} on ${day}`,
    },
    'requests-waiting': {
      subject: (n: number, platform: string) =>
        `${platform}: ${count(n, 'statement waits', 'statements wait')} for a review`,
      intro: () => 'Somebody other than the person who asked has to look at this before it counts:',
      attestation: (place: string, name: string) => `${place}; answered by ${name}`,
      exemption: (place: string, name: string) => `${place}; exemption asked for by ${name}`,
      not_applicable: (place: string, name: string) => `${place}; said not to apply by ${name}`,
      somebody: 'a machine',
    },
    'source-failing': {
      subject: (n: number, platform: string) => `${platform}: ${count(n, 'source needs', 'sources need')} a look`,
      intro: () => 'What a source no longer brings goes stale, and is then not known:',
      failing: (since: string) => `fails since ${since}`,
      recovered: (since: string, until: string) => `works again since ${until}; it had failed since ${since}`,
    },
    'report-review': {
      subject: (_n: number, platform: string) => `${platform}: a quarter is ready for your review`,
      intro: () => 'It is frozen: nothing in it changes any more. Publish it, or set it aside:',
      title: (period: string) => `${period} is in review`,
      line: (name: string, day: string) => `frozen by ${name} on ${day}`,
    },
    'report-published': {
      subject: (_n: number, platform: string) => `${platform}: the quarter’s report is out`,
      intro: () => 'Where the platform stands against its targets, what changed and why, and what is asked of you:',
      title: (period: string) => `Report of ${period}`,
      line: (name: string, day: string) => `published by ${name} on ${day}`,
    },
    'survey-closing': {
      subject: (_n: number, platform: string) => `${platform}: a survey closes soon`,
      intro: () => 'This is the time for a reminder. It goes to everybody alike: nobody can see who has answered.',
      line: (day: string) => `closes on ${day}`,
    },
    'rating-round': {
      subject: (_n: number, platform: string) => `${platform}: a rating round with you`,
      intro: () => 'Several people rate the platform, each alone:',
      opened: 'Rate it when you have ten quiet minutes. Nobody sees your ratings before all are revealed.',
      revealed: 'The ratings have been revealed.',
    },
    'survey-results': {
      subject: (_n: number, platform: string) => `${platform}: survey results are out`,
      intro: () => 'They are released once, to everybody at the same time:',
      line: (day: string) => `closed on ${day}`,
    },
  },

  survey: {
    reminder: (title: string) => `Reminder: ${title}`,
    asks: (name: string, title: string) => `${name} asks for your answer: “${title}”.`,
    minutes: (n: number) => `It takes about ${count(n, 'minute', 'minutes')} and no sign-in.`,
    until: (day: string) => `It is open until ${day}.`,
    button: 'Open the survey',
    link: 'This link is yours alone and takes one answer. It replaces any link that you got before.',
    alike:
      'Reminders go to everybody alike: nobody knows who has answered. If you have, thank you; there is nothing to do.',
    promise:
      'Nobody is shown single answers. Your address is kept apart from the links, only until the survey closes, and then deleted.',
    why: (name: string) => `You get this because ${name} named your address for this survey.`,
    unsubscribe: 'Do not remind me of this survey',
  },

  test: {
    subject: 'A test message from Plumbline',
    intro: 'E-mail works: this message went the way that all others will go.',
    line: 'Notices and their state',
    footer: 'You get this because you asked for it.',
  },
} as const;
export type NoticeTexts = typeof english;
