package dk.astra.notification.delivery;

import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.Neighbours;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks registration-service, with this service's own token. */
@Component
class RegistrationContacts implements Contacts {

    private final RestClient registrationService;
    private final Neighbours.Breaker breaker;

    RegistrationContacts(Neighbours neighbours, NeighbourSettings settings) {
        this.registrationService = neighbours.trusted(settings.registrationUrl());
        this.breaker = neighbours.breaker("registration-service");
    }

    @Override
    public Addressees of(Collection<String> registrationIds) {
        List<String> ids = registrationIds.stream().distinct().toList();
        Answer answer;
        try {
            answer = breaker.call(() -> registrationService
                    .post()
                    .uri("/internal/contacts")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("registrationIds", ids))
                    .retrieve()
                    .body(Answer.class));
        } catch (NeighbourUnavailable | RestClientException e) {
            throw new ContactsUnavailable(e);
        }
        if (answer == null || answer.items() == null) {
            throw new ContactsUnavailable(new IllegalStateException("empty answer"));
        }
        return new Addressees(answer.items());
    }

    private record Answer(@Nullable List<Contact> items) {}
}
