package dk.astra.portal.meetings;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;

/** Meetings as news (Atom, RFC 4287), what changed last first. */
@Component
class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    /** Ids are no addresses: they stay when the portal moves. */
    private static final String ID = "tag:tilmelding.astra.dk,2026:";

    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
    private final MeetingWords words;

    AtomFeed(MeetingWords words) {
        this.words = words;
    }

    String of(Feed feed, String language) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            write(feed, language, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private void write(Feed feed, String language, XMLStreamWriter xml) throws XMLStreamException {
        List<Meeting> latestFirst = feed.meetings().stream()
                .sorted(Comparator.comparing(Meeting::revisedAt).reversed().thenComparing(Meeting::id))
                .toList();
        Instant updated =
                latestFirst.isEmpty() ? feed.asOf() : latestFirst.getFirst().revisedAt();
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", language);
        text(xml, "id", ID + "arrangementer" + (feed.network() == null ? "" : ":" + feed.network()));
        text(xml, "title", feed.name());
        text(xml, "updated", updated.toString());
        xml.writeStartElement("author");
        text(xml, "name", "Astra");
        xml.writeEndElement();
        link(
                xml,
                "self",
                "application/atom+xml",
                feed.base() + Subscription.of(feed.network(), language).news());
        link(xml, "alternate", "text/html", feed.base() + "/");
        for (Meeting meeting : latestFirst) {
            entry(xml, feed, meeting);
        }
        xml.writeEndElement();
    }

    private void entry(XMLStreamWriter xml, Feed feed, Meeting meeting) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", ID + "meeting:" + meeting.id());
        text(xml, "title", words.title(meeting));
        text(xml, "updated", meeting.revisedAt().toString());
        link(xml, "alternate", "text/html", feed.page(meeting));
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", meeting.network());
        text(xml, "summary", summary(meeting));
        xml.writeEndElement();
    }

    private String summary(Meeting meeting) {
        return Stream.of(words.when(meeting), words.where(meeting), words.about(meeting))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }
}
