/**
 * How much of what comes from strangers is answered by itself, and how often the owner hears of it. All figures stand here,
 * each with its reason; none of them ever loses a request.
 */
export const limits = {
  /** Reminders to one customer. No setting of a business lifts any of these. */
  reminders: {
    /** In one waiting: who has not answered three will not answer the fourth. */
    inWaiting: 3,
    /** From one to the next of a request: nobody answers the same day. */
    apart: '2 working days',
    /** In the life of a request without an answer. */
    unanswered: 6,
    /** To one person over all requests, in any seven days: two requests are no reason for twice as many mails. */
    aWeek: 3,
    /** His answer to one request holds the others so long at most, while the owner does nothing: then it is forgotten, not awaited. */
    heldByAnswer: '5 working days',
  },
  /**
   * By one network, counted by the people who are written for. A busy business gets some ten requests a day from all
   * networks together; the servers of a form plug-in (one address for a whole site) and an office behind one address stay
   * far below, a script that fills in strangers' addresses passes it within the minute.
   */
  network: { contactsAnHour: 20, contactsADay: 60 },
  /** To one address within a window, however many requests name it and by whichever door. */
  address: {
    /** The person wrote once and may read once that it is here; every further one only harms whoever owns the address. */
    unproven: { answers: 1, withinHours: 24 },
    /** A customer may well have a second matter on the same day, and perhaps a third. A stranger who names him has three. */
    known: { answers: 3, withinHours: 24 },
    /**
     * A proof costs a script a third of a second, and whoever finds the form behind a hook has its secret sign for him: beyond a
     * slip that is sent again and a second matter, it is no person who writes.
     */
    proven: { answers: 3, withinHours: 24 },
    /** So many more are each told by themselves; whoever sends ten forms about one address buries the owner. */
    told: { answers: 3, withinHours: 24 },
    /** Whoever is proven or known and then has an emergency must hear that it arrived, whatever he was answered before. */
    emergency: { answers: 1, withinHours: 24 },
    /** Who smells gas must read what to do, whatever he or anybody was answered before; once is enough for an hour. */
    gas: { answers: 1, withinHours: 1 },
  },
  /** Whoever said "that was not me" gets no answer to what nobody has proven: who misuses an address loses interest in a month. */
  disowned: { days: 30 },
  /** Links by which people of the business log in to the desk. */
  login: {
    /** To one address, whoever works there or not: who has not found one of five will not find the sixth. */
    mails: { answers: 5, withinHours: 1 },
    /** That one network asks for within an hour: an office has a handful of people, a script that looks for addresses tries hundreds. */
    addressesAnHour: 20,
    /**
     * An answer takes as long for an address that somebody here has as for any other; sending a mail takes a third of it, and
     * most of it where the client for it is loaded first.
     */
    answerMillis: 1_200,
  },
  /** Confirmations of receipt in one local day. */
  budget: {
    /** Ten times the usual day is a day that nobody had by himself; so many at least, for a usual day may have none. */
    unproven: { timesUsualDay: 10, atLeast: 50 },
    /** Proven ones cost their sender something, or come from a sender we know: only a fault sends so many. */
    proven: { atMost: 500 },
    /** Four weeks: as many Mondays as Sundays, and a holiday of one week changes no median. */
    usualOverDays: 28,
  },
  /**
   * Answers to requests that nobody has begun with: so many are told each by itself, strangers and proven ones apart. More
   * than ten nobody reads in an hour, so the further ones are a list.
   */
  news: { answers: 10, withinHours: 1 },
  /** So often the owner is chased for a request in one waiting: whoever has not acted on ten will not on the eleventh. */
  chasesInVain: 10,
  /** Emergencies that nobody has taken on. */
  alarms: {
    /** So many ring each by itself. A night with a burst main and two cellars is possible, more is a storm or a flood. */
    alone: 3,
    /**
     * Above it all of them ring as one. Minutes from one ringing to the next, as a single one rings: at 0, 5, 10 and 15 minutes,
     * each quarter up to two hours, hourly up to twelve; then as any other chase.
     */
    backOffMinutes: [5, 5, 5, ...Array<number>(7).fill(15), ...Array<number>(10).fill(60)],
    /** So many ringings call those on call; the further ones everybody. */
    onCall: 3,
    /** Text messages cost money, and whoever did not see ten of them in a row does not see the eleventh. */
    sms: { anEmergency: { answers: 10, withinHours: 24 }, aDay: { answers: 30, withinHours: 24 } },
    /** As long as there are some that no alarm has named yet, nobody waits longer than a single emergency's chase takes. */
    newsWithinMinutes: 15,
    /** What one says counts as new for as long as a flood may last; the first to say it rings at once beside the one alarm. */
    sameText: { answers: 1, withinHours: 24 },
    /** So many of those in an hour; gas and whoever is proven or known have as many of their own, for words are cheap. */
    ownText: { answers: 5, withinHours: 1 },
  },
} as const;
