"""A brief with markings of the United States, for the tests of portion marks."""

US_BRIEF = """
marking: SECRET
handling: [NOFORN]
reference: STATE-1
portions:
  title: UNCLASSIFIED
  meeting: UNCLASSIFIED
  meeting.logistics: {marking: CONFIDENTIAL, handling: []}
  glossary: UNCLASSIFIED
to: [The Secretary]
prepared_by: {name: A. Drafter, unit: Policy}
bottom_line: |
  Ask for a date.

  - Offer the IMO.
objectives: [{text: A date., marking: CUI}, Ships.]
meeting:
  start: 2026-03-03 10:00
  place: Ankara
  logistics: |
    Cars.
  last_met: {date: 2026-01-02, place: Brussels}
participants:
  - id: us
    name: A. Envoy
    title: Envoy
    marking: UNCLASSIFIED
    portions: {approach: SECRET}
    wants: [A loan.]
    approach: |
      Drinks tea.
agenda:
  - topic: Grain
    lead: us
    minutes: 20
    lines_to_take: [Now.]
    if_raised: [{they_say: Why?, we_say: Grain., marking: CONFIDENTIAL}]
    background: |
      It is old [@report].
implications: [{statement: It opens., likelihood: likely, confidence: low, so_what: Ship., marking: UNCLASSIFIED}]
next_steps: [{action: Write., owner: Desk, due: 2026-04-01}]
figures: {volumes: {rows: [{month: May, tonnes: 3}], unit: tonnes, caption: Volumes, marking: UNCLASSIFIED}}
sources: {report: {title: Report, publisher: United Nations, grade: A2, marking: UNCLASSIFIED}}
glossary: {IMO: International Maritime Organization}
annexes: [{title: Map, text: See the map.}]
"""
