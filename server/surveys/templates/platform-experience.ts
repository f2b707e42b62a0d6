import type { SurveyTemplate } from './template.ts';

/** The core check of up to three capabilities: UMUX-Lite in its published wording, why people use it, how it fails, and one open question. */
export const platformExperience: SurveyTemplate = {
  key: 'platform-experience',
  name: 'Platform experience',
  about:
    'How useful and easy up to three capabilities are, why people use them, and what to change first. About three minutes.',
  purpose: 'We want to know what works for you and what gets in your way, so that we improve the right things first.',
  mostCapabilities: 3,
  questions: [
    {
      key: 'usability',
      kind: 'umux-lite',
      per: 'capability',
      text: 'How useful and how easy is it?',
      // Lewis, Utesch and Maher 2013: the two items as published
      items: [
        { key: 'usefulness', text: 'This system’s capabilities meet my requirements.' },
        { key: 'ease', text: 'This system is easy to use.' },
      ],
      seconds: 15,
    },
    {
      key: 'reason-for-use',
      kind: 'single-choice',
      per: 'capability',
      text: 'What is the main reason why you use it?',
      options: [
        { key: 'saves-time', text: 'It saves me time' },
        { key: 'better-quality', text: 'It is better than what I could build myself' },
        { key: 'advised', text: 'Colleagues recommended it' },
        { key: 'required', text: 'I am required to' },
        { key: 'nothing-else', text: 'There is nothing else' },
        { key: 'other', text: 'Another reason' },
      ],
      seconds: 10,
    },
    {
      key: 'clarity-of-errors',
      kind: 'agreement',
      per: 'capability',
      text: 'When something fails, it tells me clearly what happened and what I can do.',
      seconds: 10,
    },
    {
      key: 'open-comment',
      kind: 'comment',
      per: 'cycle',
      text: 'What should we change first, and what should we leave as it is?',
      seconds: 45,
    },
  ],
};
