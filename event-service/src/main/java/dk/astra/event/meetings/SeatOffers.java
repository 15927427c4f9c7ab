package dk.astra.event.meetings;

import dk.astra.contracts.meetings.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * How seats reach people, where that is not at once.
 *
 * @param promotion of freed seats, to the first in line
 * @param offerHours how long a freed seat is offered; null unless it is
 * @param confirmsEmail a newcomer's seat is kept only when the mail to them is answered
 */
public record SeatOffers(Promotion promotion, @Nullable Integer offerHours, boolean confirmsEmail) {

    public static final int LONGEST = 168;
    public static final int USUAL = 48;

    /** @return null where seats are given at once, as they are unless the organiser says otherwise */
    public static @Nullable SeatOffers of(
            @Nullable Promotion promotion, @Nullable Integer offerHours, @Nullable Boolean confirmsEmail) {
        boolean confirms = Boolean.TRUE.equals(confirmsEmail);
        if (promotion != Promotion.OFFER) {
            return confirms ? new SeatOffers(Promotion.DIRECT, null, true) : null;
        }
        return new SeatOffers(promotion, offerHours == null ? USUAL : offerHours, confirms);
    }

    static @Nullable Promotion promotion(@Nullable SeatOffers offers) {
        return offers == null ? null : offers.promotion;
    }

    static @Nullable Integer hours(@Nullable SeatOffers offers) {
        return offers == null ? null : offers.offerHours;
    }

    static @Nullable Boolean confirms(@Nullable SeatOffers offers) {
        return offers == null ? null : offers.confirmsEmail;
    }
}
