package dk.astra.testsupport.external;

import dk.astra.testsupport.Store;

/** Somebody's MongoDB. */
record ExternalStore(String address) implements Store, NotOurs {

    @Override
    public String uri(String database) {
        int query = address.indexOf('?');
        String servers = query < 0 ? address : address.substring(0, query);
        String options = query < 0 ? "" : "&" + address.substring(query + 1);
        String slash = servers.endsWith("/") ? "" : "/";
        return servers + slash + database + "?uuidRepresentation=standard" + options;
    }
}
