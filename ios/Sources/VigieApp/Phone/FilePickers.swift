// The system's sheets for files: one that sends or keeps what goes out, one that chooses what comes in.
import SwiftUI
import UIKit
import UniformTypeIdentifiers
import VigieKit

/// Shows them over the screens.
struct FilePickers: ViewModifier {
  let files: Files
  @State private var sharing = false

  func body(content: Content) -> some View {
    content
      .onChange(of: files.toShare) { sharing = files.toShare != nil }
      // Whether something came of it is told before the sheet is gone; whoever only closed it told nothing.
      .sheet(isPresented: $sharing, onDismiss: { files.sharedNow(false) }) {
        if let file = files.toShare { ShareSheet(file: file) { files.sharedNow($0) } }
      }
      .fileImporter(
        isPresented: Binding(get: { files.choosing }, set: { if !$0 { files.pickerWent() } }), allowedContentTypes: [.item],
        allowsMultipleSelection: false,
        onCompletion: { result in files.chosenNow((try? result.get())?.first) }, onCancellation: { files.chosenNow(nil) })
  }
}

/// Keeping in Files, sending, printing: as the person wants. It says whether something came of it, which `ShareLink` does not.
private struct ShareSheet: UIViewControllerRepresentable {
  let file: URL
  let done: (Bool) -> Void

  func makeUIViewController(context: Context) -> UIActivityViewController {
    let sheet = UIActivityViewController(activityItems: [file], applicationActivities: nil)
    // Other apps read the clipboard.
    sheet.excludedActivityTypes = [.copyToPasteboard]
    sheet.completionWithItemsHandler = { _, completed, _, _ in done(completed) }
    return sheet
  }

  func updateUIViewController(_ sheet: UIActivityViewController, context: Context) {}
}
