public import Foundation
public import TableStore

/// A file that somebody uploaded; the bytes lie elsewhere.
@Table("documents", id: 64, scope: .workspace)
public struct Document {
  public var id: ID<Document>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(.varchar(255)) public var name: String
  /// What kind of file it is.
  @Column(.varchar(100)) public var type: String
  /// Where the bytes lie.
  @Column(.varchar(255)) public var path: String
  /// Bytes.
  public var size: Int64
  /// NULL: the document belongs to no workspace.
  public var workspaceID: ID<WorkspaceRecord>?
  /// Who uploaded it.
  public var createdBy: ID<User>
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One document by its UUID.
  public static let byUUID = Index.unique("documents_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's documents.
  public static let byWorkspace = Index("documents_workspace_id_index", id: 2, on: \.workspaceID)
}

extension Tables {
  /// The files that the workspace's people uploaded.
  public var documents: TableHandle<Document, Mode> { table() }
}
