package dk.astra.contracts.registrations;

/**
 * Why a registration ended, where that is more than somebody's wish: an offer ran out, an offer was declined, or the
 * person got a seat at the twin meeting.
 */
public enum CancelReason {
    OFFER_LAPSED,
    OFFER_DECLINED,
    SEAT_AT_TWIN
}
