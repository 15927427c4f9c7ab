package dk.astra.registration.groups;

import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.Leaders;
import dk.astra.registration.registration.LinkUnknown;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The links of groups' lists, and whom they belong to. */
@Component
public class GroupLinks implements Leaders {

    private final Groups groups;
    private final Keys keys;

    GroupLinks(Groups groups, Keys keys) {
        this.groups = groups;
        this.keys = keys;
    }

    /** 192 bits, as of a personal link; no registration has this id. */
    static String token(Keys keys, String groupId) {
        return keys.link("group:" + groupId, 0);
    }

    /** Absolute. */
    public String link(Group group) {
        return keys.groupLink(token(keys, group.id()));
    }

    /** @throws LinkUnknown when it opens no list */
    public Group of(String token) {
        return groups.findByLinkHash(Keys.hash(token))
                .filter(group -> group.leader() != null && group.state == Group.State.DONE)
                .orElseThrow(LinkUnknown::new);
    }

    @Override
    public List<Leader> find(Collection<String> groupIds) {
        return groups.findAll(groupIds).stream().flatMap(this::leader).toList();
    }

    @Override
    public List<Leader> findByPerson(String personId) {
        return groups.ledBy(personId).stream().flatMap(this::leader).toList();
    }

    private Stream<Leader> leader(Group group) {
        Contact contact = group.leader();
        return contact == null
                ? Stream.empty()
                : Stream.of(new Leader(group.id(), group.meetingId(), group.leaderId(), contact, link(group)));
    }

    @Override
    public void forget(String personId) {
        for (Group group : groups.ledBy(personId)) {
            Optional<Group> read = Optional.of(group);
            while (read.isPresent() && read.get().leader() != null) {
                groups.change(
                        read.get(),
                        erased -> {
                            erased.leader = null;
                            erased.linkHash = null;
                            erased.idempotencyKey = null;
                            erased.fingerprint = null;
                            erased.places = erased.places.stream()
                                    .map(Group.Place::withoutPerson)
                                    .toList();
                            return erased;
                        },
                        null);
                read = groups.find(group.id());
            }
        }
    }
}
