import type { Expected } from './expected.ts';

/** Answers whose own text looks like quotes, signatures or Markdown, and the quote introductions of many mail programs. */
export const answers: Readonly<Record<string, Expected>> = {
  'cut-not-dashes': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'The modem prints:\n----\nERR 651 on port 3\nERR 651 on port 4\n----\nPlease send somebody on Friday.',
  },
  'cut-not-yaml': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'The file is\n---\nname: r12\nmtu: 1500\n---\nand then the router stops.',
  },
  'cut-not-underscores': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'First port:\n________________\nup\n\nSecond port:\n================\ndown',
  },
  'cut-not-two-dashes': { rule: 'MAIL-4', outcome: 'filed', text: 'Two tries:\n--\nfirst failed\n--\nsecond failed' },
  'cut-not-long-signature': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'Here is the list.\n--\nport 1 is down\nport 2 is down\nport 3 is down\nport 4 is down\nport 5 is down\nport 6 is down\nport 7 is down\nport 8 is down\nport 9 is down\nport 10 is down\nport 11 is down\nport 12 is down\nport 13 is down\nport 14 is down\nport 15 is down',
  },
  'cut-not-postscript': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'It is the black one.\n\nBest regards,\nCora\n\nPS: Its serial number is 4711.',
  },
  'cut-not-regards-first': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'Regards to Ava, she was right.\n\nThe cable was loose.\n\nKind regards\nCora\n+44 20 7946 0000',
  },
  'cut-not-gruss': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'Mit freundlichen Grüßen\nCora\n\nAnbei die Nummern:\n4711\n4712',
  },
  'cut-not-from-to': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'Please turn roaming on for this trip:\n\nFrom: Frankfurt\nTo: Seoul\nDate: 3 December\n\nThe number is 0171 555.',
  },
  'cut-not-von-an': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'Der Umzug:\n\nVon: Hauptstraße 1\nAn: Bahnhofstraße 2\nBetreff: Anschluss 4711\n\nBitte bis Freitag.',
  },
  'cut-not-wrote': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'On the sticker of 2026 somebody wrote:\n\nDo not press.\n\nI pressed it.',
  },
  'cut-not-sent-from': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'The packets:\nSent from R12 at 10:00\nReceived by R13 never',
  },
  'cut-not-sent-from-end': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'It fails on both:\n\nSent from my router at 10:00: nothing.\nSent from my laptop',
  },
  'cut-phone-line': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'cut-not-prompt': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'I typed what you said:\n> show port 3\nport 3 down\n> show port 4\nport 4 down\n\nWhat now?',
  },
  'cut-not-prompt-above': { rule: 'MAIL-4', outcome: 'filed', text: '> ping r12\nno answer\n\nThat is all it says.' },
  'cut-not-prompt-below': { rule: 'MAIL-4', outcome: 'filed', text: 'I typed:\n> ping r12\nno answer' },
  'cut-not-comparison': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: '> 40 ms on port 1\n< 2 ms on port 2\n\n>= 3 is bad.',
  },
  'cut-not-blockquote': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'The manual says:\n\n> Hold the button for ten seconds.\n\nBut there is no button.',
  },
  'cut-not-blockquote-own': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'Your site says:\n\n> All is green.\n\nIt is not.',
  },
  'cut-outlook-html': { rule: 'MAIL-4', outcome: 'filed', text: 'The light is red.' },
  'quote-outlook-zh': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-gmail-pl': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-gmail-es': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-gmail-nl': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-gmail-zh': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-gmail-ru': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-gmail-tr': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-outlook-fr': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-outlook-pl': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-outlook-pt': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-original-it': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'quote-gmail-sv': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'typed-markdown': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'The class __init__ in my_file_name.py says *ptr = **argv; and 2 * 3 * 4.\n# a comment of the config\n    indented by four\n\tTAB\n1986. A great year\nC:\\Users\\_tmp\\*.log and \\\\server\\share\\\n<xml attr="1"><b>bold?</b></xml> &amp; &lt;\n| a | b |\n| 1 | 2 |\n~~~\nPath [x](y) ![i](http://x.example/i.png) `cmd`\n- minus line\n+ plus line\n>no quote\nLink https://en.wikipedia.org/wiki/Foo_(bar) and (see https://x.example/a_b_c). www.x.example\n:) :smile: @agent #CS0001085 CS0001085',
  },
  'typed-numbers': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'To your questions:\n\n2. yes\n5. no\n7. twice\n\nIn the file \\\\nas01\\public\\_old and {key} is *not* a__b__c.\n\n+49 171 555\n\nTotal\n---',
  },
  'typed-code': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: '    def main():\n        return {"a": [1, 2]}  # `x`\n\nif __name__ == "__main__":\n    main()\n```\nno end',
  },
  'typed-table': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'Name\t\tPort\nr12\t\t3\n\n\n\nthree empty lines above\n* one\n  * two\n10) ten\n## heading?',
  },
  'typed-alarm': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: '***** Alarm *****\n===\nDisk C:\\ is full: 99% used\n\\# not escaped \\* &nbsp; &#42; &copy;\n<http://x.example/?a=1&b=2>',
  },
};
