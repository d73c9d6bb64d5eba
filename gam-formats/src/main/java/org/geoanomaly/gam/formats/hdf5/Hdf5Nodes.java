package org.geoanomaly.gam.formats.hdf5;

import io.jhdf.AttributeImpl;
import io.jhdf.Constants;
import io.jhdf.HdfFile;
import io.jhdf.ObjectHeader;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.util.Map;
import java.util.TreeMap;

/** Attributes and children of a node, by name, whether stored in its header or in a fractal heap. */
final class Hdf5Nodes {
    private final HdfFile file;
    private final HdfBackingStorage storage;

    Hdf5Nodes(HdfFile file) {
        this.file = file;
        this.storage = file.getHdfBackingStorage();
    }

    Map<String, Attribute> attributes(Node node) {
        ObjectHeader header = ObjectHeader.readObjectHeader(storage, node.getAddress());
        if (!header.hasMessageOfType(AttributeInfoMessage.class)) {
            return new TreeMap<>(node.getAttributes());
        }
        AttributeInfoMessage info = header.getMessageOfType(AttributeInfoMessage.class);
        if (info.getFractalHeapAddress() == Constants.UNDEFINED_ADDRESS) {
            return new TreeMap<>(node.getAttributes());
        }
        Map<String, Attribute> attributes = new TreeMap<>();
        DenseHeap heap = new DenseHeap(storage, info.getFractalHeapAddress());
        BTreeV2<AttributeNameForIndexedAttributesRecord> index =
                new BTreeV2<>(storage, info.getAttributeNameBTreeAddress());
        for (AttributeNameForIndexedAttributesRecord record : index.getRecords()) {
            put(attributes, node, new AttributeMessage(heap.object(record.getHeapId()), storage, record.getFlags()));
        }
        header.getMessagesOfType(AttributeMessage.class).forEach(m -> put(attributes, node, m));
        return attributes;
    }

    Map<String, Node> children(Group group) {
        ObjectHeader header = ObjectHeader.readObjectHeader(storage, group.getAddress());
        if (!header.hasMessageOfType(LinkInfoMessage.class)) {
            return new TreeMap<>(group.getChildren());
        }
        LinkInfoMessage info = header.getMessageOfType(LinkInfoMessage.class);
        if (info.getFractalHeapAddress() == Constants.UNDEFINED_ADDRESS) {
            return new TreeMap<>(group.getChildren());
        }
        Map<String, Node> children = new TreeMap<>();
        DenseHeap heap = new DenseHeap(storage, info.getFractalHeapAddress());
        BTreeV2<LinkNameForIndexedGroupRecord> index = new BTreeV2<>(storage, info.getBTreeNameIndexAddress());
        for (LinkNameForIndexedGroupRecord record : index.getRecords()) {
            LinkMessage link = LinkMessage.fromBuffer(heap.object(record.getId()), storage.getSuperblock());
            if (link.getLinkType() == LinkMessage.LinkType.HARD) {
                children.put(link.getLinkName(), file.getNodeByAddress(link.getHardLinkAddress()));
            }
        }
        return children;
    }

    private void put(Map<String, Attribute> attributes, Node node, AttributeMessage message) {
        attributes.put(message.getName(), new AttributeImpl(storage, node, message));
    }
}
